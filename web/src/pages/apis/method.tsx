/** The method of an operation. Its colour repeats the word. */
export function Method({ method }: { method: string }) {
  return (
    <span className="method" data-method={method}>
      {method}
    </span>
  );
}
