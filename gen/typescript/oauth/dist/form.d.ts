/** The media type of bodies that are forms. */
export declare const formType = "application/x-www-form-urlencoded";
/** Writes a body as a form. A member that is undefined is left out. */
export declare function form(body: object | undefined): string;
