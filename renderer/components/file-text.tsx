import { OutsideText } from './outside-text';

interface Props {
  /** For VoiceOver: whose text it is. */
  readonly name: string;
  readonly lines: readonly string[];
}

/** What is in a file, or would be: line by line, exactly. */
export const FileText = ({ name, lines }: Props) => (
  <figure className="file-text" aria-label={name}>
    {lines.map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
      <code key={index}>
        <OutsideText text={line} />
      </code>
    ))}
  </figure>
);
