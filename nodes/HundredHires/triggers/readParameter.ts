import type {
	IExecuteFunctions,
	IGetNodeParameterOptions,
	IHookFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

/** Each context in which n8n calls a trigger. */
export type TriggerContext =
	| IExecuteFunctions
	| IHookFunctions
	| IPollFunctions
	| IWebhookFunctions;

/** The value of a trigger's parameter, which in an execution is that of the first item. */
export function readParameter(
	context: TriggerContext,
	name: string,
	fallback: unknown,
	options?: IGetNodeParameterOptions,
): unknown {
	return 'getInputData' in context
		? context.getNodeParameter(name, 0, fallback, options)
		: context.getNodeParameter(name, fallback, options);
}
