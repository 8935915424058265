import type { HostFacts } from './host-facts';
import { type Context, isConcerned, knownFact } from './question';

/**
 * The tool that a cloud provider's switch makes talk to the provider; its own service and hosts play no part then
 * (code.claude.com/docs/en/authentication, "Authentication precedence"). Null where no switch counts, or nobody looked.
 */
export const toolOnProvider = (context: Context): string | null => {
  const overrides = knownFact(context.facts, 'overrides');
  if (overrides.kind === 'not-measured') return null;
  const { settings, wins } = overrides.value;
  const winner = settings.find(({ name, tool }) => name === wins && isConcerned(context, tool));
  return winner?.kind === 'provider-switch' ? winner.tool : null;
};

/** Nobody who is asked about talks to this host, because the one tool that would goes to its provider. */
export const isPassedBy = ({ tools }: HostFacts, context: Context): boolean => {
  const tool = toolOnProvider(context);
  return tool !== null && tools.length > 0 && tools.every((one) => one === tool);
};
