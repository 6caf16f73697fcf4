import { Table, Text, Tooltip } from '@mantine/core';
import type { SandboxSchemas } from '@/api/clients';
import { readableBody } from '@/api/exchange';
import { useShellTexts } from '@/app/shell-texts';
import { CopyAction } from './copy-field';
import { useLocale } from './figures';
import { State, type Tone } from './state';

const toneOf = (status: number): Tone => (status >= 500 ? 'bad' : status >= 400 ? 'wait' : 'good');

/** The status that was answered with, or what went wrong on the wire in its place. */
export function Status({ entry }: { entry: { status: number; fault?: string } }) {
  return <State tone={entry.fault === undefined ? toneOf(entry.status) : 'bad'}>{entry.fault ?? entry.status}</State>;
}

/** A time with its seconds, and the day where that is another than today. */
export function Clock({ value }: { value: string }) {
  const locale = useLocale();
  const time = new Date(value);
  const today = time.toDateString() === new Date().toDateString();
  return (
    <Tooltip label={value}>
      <Text component="time" dateTime={value} inherit className="nowrap figures">
        {new Intl.DateTimeFormat(locale, { timeStyle: 'medium', ...(!today && { dateStyle: 'short' }) }).format(time)}
      </Text>
    </Tooltip>
  );
}

/** The headers of a request or an answer. */
export function Headers({ headers, caption }: { headers: readonly SandboxSchemas['HeaderField'][]; caption: string }) {
  return (
    <div className="table-around">
      <Table verticalSpacing={4} fz="sm">
        <Table.Caption className="unseen">{caption}</Table.Caption>
        <Table.Tbody>
          {headers.map((h, i) => (
            <Table.Tr key={`${h.name} ${i}`}>
              <Table.Th scope="row" fw={500} className="nowrap" style={{ verticalAlign: 'top' }}>
                {h.name}
              </Table.Th>
              <Table.Td className="path">{h.value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** A body as text, or what it is where it is none. */
export function Body({ body, what }: { body: SandboxSchemas['RecordedBody']; what: string }) {
  const t = useShellTexts();
  const text = readableBody(body);
  if (body.size === 0) {
    return <Text size="sm" c="dimmed">{t('noBody')}</Text>;
  }
  if (body.dropped === true || text === undefined) {
    return <Text c="dimmed">{t(body.dropped === true ? 'bodyDropped' : 'bodyBinary', { size: body.size })}</Text>;
  }
  return (
    <div className="body">
      {/* It scrolls, so the keyboard must reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className="code" tabIndex={0} role="region" aria-label={what}>
        {text}
      </pre>
      <div className="body-copy">
        <CopyAction value={text} what={what} />
      </div>
    </div>
  );
}
