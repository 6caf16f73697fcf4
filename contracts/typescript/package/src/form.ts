/** The media type of bodies that are forms. */
export const formType = 'application/x-www-form-urlencoded';

/** Writes a body as a form. A member that is undefined is left out. */
export function form(body: object | undefined): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(body ?? {})) {
    if (value !== undefined) {
      fields.append(name, String(value));
    }
  }
  return fields.toString();
}
