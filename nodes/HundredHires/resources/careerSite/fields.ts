import { inHeader, text } from '../fields';

/** Names the company: career sites have no key (100Hires OpenAPI 2.0.0). */
export const companySlug = inHeader(
	'X-Company-Slug',
	text({
		name: 'companySlug',
		displayName: 'Company Slug',
		required: true,
		placeholder: 'e.g. acme',
		description:
			"The company's name in the address of its career site: acme in https://acme.100hires.com",
	}),
);
