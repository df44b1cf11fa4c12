/** What all fields have in common. */
export interface FieldTexts {
	/** Of the parameter, camel case; part of saved flows. */
	name: string;
	displayName: string;
	description?: string;
	placeholder?: string;
	required?: true;
}
