/** The plugin, as far as a test uses it. */
export function slimStompjs(): {
  transform(
    this: { error(message: string): never },
    code: string,
    id: string,
  ): { readonly code: string } | null;
};
