const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number): string => String(value).padStart(2, '0');

/** `Sep 10 08:31`, local time, as `who` prints it in the C locale. */
export const shortTime = (ms: number): string => {
  const time = new Date(ms);
  const day = String(time.getDate()).padStart(2);
  return `${months[time.getMonth()]} ${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
};

/** `Thu Sep 10 09:02:11 2026`, local time: the `lstart` of `ps`. */
export const longTime = (ms: number): string => {
  const time = new Date(ms);
  return `${weekdays[time.getDay()]} ${shortTime(ms)}:${two(time.getSeconds())} ${time.getFullYear()}`;
};

/** `20260910061332Z`: a keychain item's time, UTC. */
export const keychainTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
