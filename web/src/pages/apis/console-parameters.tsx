import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { JsonObject } from '@/api/documents';
import { valuesOf, type Parameter } from '@/api/openapi';
import { useTexts } from './texts';

interface Props {
  root: JsonObject;
  parameters: Parameter[];
  valueOf: (parameter: Parameter) => string;
  onChange: (parameter: Parameter, value: string) => void;
}

/** A field for each parameter of a request. */
export function ConsoleParameters({ root, parameters, valueOf, onChange }: Props) {
  const t = useTexts();
  return parameters.length === 0 ? null : (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      {parameters.map((p) => {
        const values = valuesOf(root, p.schema);
        const shared = { label: p.name, required: p.required, description: t(`in_${p.in as 'path' | 'query' | 'header' | 'cookie'}`) };
        return values.length > 0 ? (
          <Select key={`${p.in} ${p.name}`} {...shared} data={values} value={valueOf(p) || null} onChange={(value) => onChange(p, value ?? '')} clearable={!p.required} />
        ) : (
          <TextInput key={`${p.in} ${p.name}`} {...shared} placeholder={p.example} value={valueOf(p)} onChange={(event) => onChange(p, event.currentTarget.value)} />
        );
      })}
    </SimpleGrid>
  );
}
