import { useQuery } from '@tanstack/react-query';
import { readDocument } from '@/api/documents';
import { apiDocument } from '@/api/openapi';

/** The document of an API; it is not read while the API is "". */
export function useApiDocument(api: string) {
  return useQuery({
    queryKey: ['document', api],
    enabled: api !== '',
    staleTime: Infinity,
    queryFn: async () => apiDocument(await readDocument(api)),
  });
}
