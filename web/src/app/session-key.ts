/** Under this key the query cache has who is signed in; null is nobody. */
export const sessionKey = ['session'] as const;
/** Under this key it has what everybody may know of the bank's programme. */
export const programmeKey = ['programme'] as const;
