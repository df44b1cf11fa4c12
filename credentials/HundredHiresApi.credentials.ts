import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

export class HundredHiresApi implements ICredentialType {
	name = 'hundredHiresApi';

	displayName = '100Hires API';

	icon: Icon = { light: 'file:../icons/100hires.svg', dark: 'file:../icons/100hires.dark.svg' };

	documentationUrl = 'https://github.com/100hires-community/n8n-nodes-100hires#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			hint: 'In 100Hires: Settings > Integrations',
			description:
				'The key acts as the user who made it. A new company has to be verified by 100Hires before its keys work.',
		},
		{
			displayName: 'Company ID',
			name: 'companyId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 42',
			description:
				'Only for keys that reach several companies: the number of the one to use. Otherwise leave it empty.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.100hires.com/v2',
			description: 'Address of the 100Hires API. Change it only to work with a test server.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey}}' } },
	};

	/** The cheapest request that every key may make (100Hires OpenAPI 2.0.0). */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl || "https://api.100hires.com/v2"}}',
			url: '/users',
			qs: { size: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'100Hires does not accept this API key (401). Check that it is copied whole. If it is, the company may not be verified yet: 100Hires answers 401 to all requests until it is; write to support@100hires.com.',
				},
			},
		],
	};
}
