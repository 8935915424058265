import * as z from 'zod/mini';
import { causeIds } from '../../electron/core/diagnosis/causes/causes';
import { checks } from '../../electron/core/diagnosis/causes/checks';
import { cures } from '../../electron/core/diagnosis/causes/cures';
import { symptomIds } from '../../electron/core/diagnosis/symptoms';

const sentence = z.string().check(z.minLength(1));
const checkId = z.enum(Object.keys(checks));

const action = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum([
      'unlock',
      'open-unlock-prompt',
      'start-desktop-tmux',
      'show-auto-lock',
      'allow-network-checks',
      'look-again',
    ]),
  }),
  z.strictObject({ kind: z.literal('copy-command'), command: sentence }),
  z.strictObject({
    kind: z.literal('settings-pane'),
    url: z.string().check(z.startsWith('x-apple.systempreferences:')),
  }),
]);

const step = z.strictObject({
  id: z.enum(Object.keys(cures)),
  title: sentence,
  invasiveness: z.int().check(z.gte(1), z.lte(5)),
  does: sentence,
  costs: sentence,
  by: z.enum(['latchkey', 'command', 'settings-pane', 'person']),
  action: z.nullable(action),
  seenToWork: z.strictObject({ check: checkId, sentence }),
});

const cause = z.strictObject({
  id: z.enum(causeIds),
  kind: z.enum(['keychain', 'session', 'token', 'network', 'service', 'configuration']),
  title: sentence,
  sentence,
  mistake: z.optional(sentence),
  grounds: z.enum(['measured', 'inferred', 'told', 'hint']),
  evidence: z.array(z.strictObject({ about: sentence, basis: z.enum(['measured', 'inferred', 'told']), sentence })),
  cures: z.array(step).check(z.minLength(1)),
});

const message = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('recognised'),
    id: sentence,
    tools: z.array(sentence),
    meaning: sentence,
    severity: z.enum(['critical', 'warning', 'info']),
    howToTell: sentence,
  }),
  z.strictObject({ kind: z.literal('unknown'), sentence }),
]);

/** What `latchkey doctor --json` prints, to the last field: one that is not here is one too many. */
export const doctorSchema = z.strictObject({
  schemaVersion: z.literal(1),
  takenAt: z.iso.datetime(),
  checks: z
    .array(
      z.strictObject({
        id: checkId,
        title: sentence,
        lookedAt: z.string(),
        result: z.enum(['fine', 'problem', 'not-possible', 'cancelled']),
        sentence,
        tookMs: z.int().check(z.gte(0)),
      }),
    )
    .check(z.minLength(1)),
  diagnosis: z.strictObject({
    schemaVersion: z.literal(1),
    summary: sentence,
    causes: z.array(cause).check(z.minLength(1)),
    message: z.nullable(message),
    disagreement: z.nullable(sentence),
    symptom: z.nullable(z.strictObject({ id: z.enum(symptomIds), title: sentence })),
    tool: z.nullable(sentence),
    notMeasured: z.array(z.strictObject({ fact: sentence, reason: sentence })),
  }),
  /** With `--checklist` alone. */
  checklist: z.optional(
    z
      .array(
        z.strictObject({
          title: sentence,
          state: z.enum(['fine', 'problem', 'could-not-look', 'left-to-you']),
          found: z.array(sentence),
          leftToYou: z.nullable(sentence),
        }),
      )
      .check(z.length(11)),
  ),
});

export type PrintedReport = z.infer<typeof doctorSchema>;
