import type { CompanyRecord, UserRecord } from '../world/records.mts';
import { mailAccountIdOf } from '../world/mail.mts';
import { attachment, type View } from './shared.mts';

/** A `Company` (100Hires OpenAPI 3.1, 2.0.0). */
export function renderCompany(company: CompanyRecord, view: View) {
	return {
		id: company.id,
		name: company.name,
		website: company.website,
		url: company.url,
		is_staffing_agency: company.isStaffingAgency,
		logo: company.logo && attachment(company.logo, view),
		company_owner_email: company.companyOwnerEmail,
		company_owner_phone: company.companyOwnerPhone,
		company_owner_name: company.companyOwnerName,
	};
}

/** A `MailAccount` (100Hires OpenAPI 3.1, 2.0.0): each user has one. */
export function renderMailAccount(user: UserRecord) {
	const { id, email } = user;
	return {
		id: mailAccountIdOf(user),
		email,
		provider: { name: 'gmail', label: 'Gmail' },
		mailbox_id: id + 5000,
		is_default: true,
		is_configured: true,
	};
}
