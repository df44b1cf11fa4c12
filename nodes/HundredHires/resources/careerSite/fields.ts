import { inQuery, text } from '../fields';

/**
 * Names the company: career sites have no key. 100Hires takes it in the `X-Company-Slug` header too (OpenAPI 2.0.0).
 */
export const companySlug = inQuery(
	'company_slug',
	text({
		name: 'companySlug',
		displayName: 'Company Slug',
		required: true,
		placeholder: 'e.g. acme',
		description:
			"The company's name in the address of its career site: acme in https://acme.100hires.com",
	}),
);
