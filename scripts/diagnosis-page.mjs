/**
 * @typedef {{ causes: readonly string[], next: string | null }} Branch
 * @typedef {{ asks: string, yes: Branch, no: Branch, notKnown: Branch }} TreeNode
 * @typedef {{ kind: string, title: string, sentence: string, mistake?: string, blocksEverything: boolean, cures: readonly string[] }} Cause
 * @typedef {{ title: string, invasiveness: number, does: string, costs: string, by: string, seenToWorkBy: string, seenToWork: string }} Cure
 * @typedef {{ title: string, suspects: readonly string[] }} Symptom
 * @typedef {{ id: string, tools: readonly string[], texts: readonly string[], meaning: string, severity?: string, causes: readonly string[], weight?: string, howToTell: string }} Message
 * @typedef {{
 *   tree: Readonly<Record<string, TreeNode>>, generalEntry: string, questions: Readonly<Record<string, { text: string }>>,
 *   causes: Readonly<Record<string, Cause>>, cures: Readonly<Record<string, Cure>>,
 *   symptoms: Readonly<Record<string, Symptom>>, messages: readonly Message[],
 *   checks: Readonly<Record<string, { title: string, network: boolean }>>,
 *   checklist: readonly { title: string, checks: readonly string[], leftToYou: string | null }[],
 *   loginMethods: readonly { title: string, ends: string, needsKeychain: string, overSsh: string, inJobs: string, billedTo: string, exposes: string }[],
 * }} DiagnosisData
 */

/**
 * docs/diagnosis.md: the decision tree as a drawing, and the tables that it is made from.
 * @param {DiagnosisData} data
 * @returns {string}
 */
export const diagnosisPage = (data) =>
  [
    introduction,
    '## The tree\n',
    'A question that cannot be answered goes the way of “no” and is listed as not measured, unless the drawing says otherwise.\n',
    mermaid(data),
    '## Symptoms\n',
    table(['What you see', 'Enters at', 'Usually'], symptomRows(data)),
    '## Causes\n',
    'In the order in which several are told. Those in **bold** block everything else.\n',
    table(['Cause', 'Kind', 'What it means', 'Cures', 'A common mistake'], causeRows(data)),
    '## Cures\n',
    '1 changes nothing · 2 is easily taken back · 3 costs a login or a restart · 4 changes files or settings for good · 5 needs somebody else.\n',
    table(['Cure', 'Level', 'What it does', 'What it costs', 'By', 'It has worked when'], cureRows(data)),
    '## Messages\n',
    '`*` stands for whatever the text has there. Colours, quotes, line breaks, letter case and the digits of other scripts make no difference.\n',
    table(['Message', 'Of', 'What it means', 'Points to', 'How to tell', 'Do first'], messageRows(data)),
    '## Quick checklist\n',
    '`latchkey doctor --checklist` works through it as far as it can, and says what is left to you.\n',
    table(['Step', 'Latchkey looks at', 'Left to you'], checklistRows(data)),
    '## Ways to log in to Claude Code\n',
    'As its public documentation has it; what that does not say of billing, nobody should rely on.\n',
    table(
      ['Way', 'Ends', 'Needs the keychain', 'Over SSH', 'In jobs', 'Billed to', 'What it exposes'],
      methodRows(data),
    ),
    '## Checks\n',
    table(
      ['Check', 'Talks to the network'],
      Object.values(data.checks).map(({ title, network }) => [title, network ? 'yes' : 'no']),
    ),
  ].join('\n');

const introduction = `# Diagnosis

Made from the data in \`electron/core/diagnosis\` by \`node scripts/draw-diagnosis.mjs\`; a test keeps the two equal.

Facts go in; ranked causes with their evidence and cures come out. The tree is walked from its entry to its end, because there
may be several causes at once. First stands what is proven and blocks everything else, or is what was asked about; then what the
message says and no fact contradicts; then whatever else was found; hints come last. Each cause shows its cures with the least
invasive first, and only those that can work where they are read.

Of a pasted log the line about the login counts: a code or a whole sentence of one program before one tool’s words, those before an
answer of a service by its number, then words that many use, at last the network’s. Within one line what proves its cause after such
words is the reason (“Authentication failed: … ENOTFOUND”). A number is a code only in a code’s place: \`-25308\`, never \`pid 25308\`.
What was measured goes before what was told: a login that survives SSH rules the keychain out, a keychain that is open where the text was
printed rules its lock out, a stored login rules out that nobody is signed in. Where the two do not agree, one line says so.
`;

/**
 * The prefixes keep a word that means something to Mermaid (“default”, “end”) from beginning an identifier.
 * @param {DiagnosisData} data
 */
const mermaid = ({ tree, questions, causes, symptoms, generalEntry }) => {
  const entries = Object.entries(symptoms).map(([id, { title }]) => `  symptom-${id}(["${title}"]) --> q-${id}`);
  const nodes = Object.entries(tree).flatMap(([id, node]) => [
    `  q-${id}{"${questions[node.asks]?.text ?? ''}"}`,
    ...node.yes.causes.map((cause) => `  q-${id} -- yes --> cause-${cause}["${causes[cause]?.title ?? ''}"]`),
    ...edges(id, node),
  ]);
  const start = `  asked(["No symptom was told"]) --> q-${generalEntry}`;
  return [
    '```mermaid',
    'flowchart TD',
    start,
    ...entries,
    ...nodes,
    '  done(["What was found, ranked; nothing: unexplained"])',
    '```',
    '',
  ].join('\n');
};

/**
 * One arrow where all answers lead to the same question.
 * @param {string} id
 * @param {TreeNode} node
 * @returns {string[]}
 */
const edges = (id, { yes, no, notKnown }) => {
  const to = (/** @type {Branch} */ { next }) => (next === null ? 'done' : `q-${next}`);
  if (to(yes) === to(no) && to(no) === to(notKnown)) return [`  q-${id} --> ${to(no)}`];
  const rest =
    to(no) === to(notKnown)
      ? [`  q-${id} -- no --> ${to(no)}`]
      : [`  q-${id} -- no --> ${to(no)}`, `  q-${id} -- not known --> ${to(notKnown)}`];
  return [`  q-${id} -- yes --> ${to(yes)}`, ...rest];
};

/** @param {DiagnosisData} data */
const symptomRows = ({ symptoms, causes, questions, tree }) =>
  Object.entries(symptoms).map(([id, { title, suspects }]) => [
    title,
    questions[tree[id]?.asks ?? '']?.text ?? '',
    titles(suspects, causes),
  ]);

/** @param {DiagnosisData} data */
const checklistRows = ({ checklist, checks }) =>
  checklist.map(({ title, checks: ids, leftToYou }, index) => [
    `${index + 1}. ${title}`,
    titles(ids, checks),
    leftToYou ?? '',
  ]);

/** @param {DiagnosisData} data */
const methodRows = ({ loginMethods }) =>
  loginMethods.map(({ title, ends, needsKeychain, overSsh, inJobs, billedTo, exposes }) => [
    title,
    ...[ends, needsKeychain, overSsh, inJobs, billedTo, exposes],
  ]);

/** @param {DiagnosisData} data */
const causeRows = ({ causes, cures }) =>
  Object.values(causes).map((cause) => [
    cause.blocksEverything ? `**${cause.title}**` : cause.title,
    cause.kind,
    cause.sentence,
    titles(leastInvasiveFirst(cause.cures, cures), cures),
    cause.mistake ?? '',
  ]);

/** @param {DiagnosisData} data */
const cureRows = ({ cures, checks }) =>
  Object.values(cures)
    .toSorted((one, other) => one.invasiveness - other.invasiveness)
    .map(({ title, invasiveness, does, costs, by, seenToWorkBy, seenToWork }) => [
      title,
      String(invasiveness),
      does,
      costs,
      by.replace('-', ' '),
      `${seenToWork} (${checks[seenToWorkBy]?.title ?? ''})`,
    ]);

/** @param {DiagnosisData} data */
const messageRows = ({ messages, causes, cures }) =>
  messages.map(({ texts, tools, meaning, causes: named, howToTell }) => {
    const first = leastInvasiveFirst(causes[named[0] ?? '']?.cures ?? [], cures).slice(0, 1);
    return [
      texts.map((text) => `\`${text}\``).join('<br>'),
      tools.length === 0 ? 'any' : tools.join(', '),
      meaning,
      titles(named, causes),
      howToTell,
      titles(first, cures),
    ];
  });

/**
 * @param {readonly string[]} ids
 * @param {Readonly<Record<string, Cure>>} cures
 */
const leastInvasiveFirst = (ids, cures) =>
  ids.toSorted((one, other) => (cures[one]?.invasiveness ?? 0) - (cures[other]?.invasiveness ?? 0));

/**
 * @param {readonly string[]} ids
 * @param {Readonly<Record<string, { title: string }>>} named
 */
const titles = (ids, named) => ids.map((id) => named[id]?.title ?? id).join(' · ');

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
const table = (head, rows) => {
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line), ''].join('\n');
};
