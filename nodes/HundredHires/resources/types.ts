import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestMethods,
	INodeProperties,
} from 'n8n-workflow';
import type { Json } from '../shared/types';
import type { DownloadedFile } from '../transport/download';
import type { Expectation } from '../transport/types';

/** Where a value comes from: the node's parameters for one item. */
export interface ParameterRef {
	context: IExecuteFunctions;
	/** Index of the item. */
	item: number;
	/** Path of the parameter, such as `filters.jobId`. */
	parameter: string;
	/** What the user sees it called. */
	displayName: string;
}

/**
 * A field of an operation: what the user fills in, and how it is read.
 * `read` returns what goes into the request, or `undefined` for what was left empty, which is not sent. It throws a UserError where the
 * value cannot be right.
 */
export interface Field {
	parameter: INodeProperties;
	read(ref: ParameterRef): unknown | Promise<unknown>;
}

/** A field with its place in the request. */
export interface SentField extends Field {
	/** `nowhere` for a choice that only decides which other fields are shown, and which path is taken. */
	to: 'path' | 'query' | 'body' | 'header' | 'nowhere';
	/** 100Hires' name of it. */
	as: string;
}

/** Type of a value in an answer; `time` is unix seconds, which come out as ISO 8601 too. */
export type Shape =
	| 'boolean'
	| 'integer'
	| 'number'
	| 'string'
	| 'time'
	| 'any'
	| [Shape]
	| { [field: string]: Shape };

/** A kind of object in 100Hires: all of its documented fields, and those that people use. */
export interface Entity {
	/** Such as `Application`. */
	name: string;
	shape: { [field: string]: Shape };
	/** Field of the simplified item → path in the full one, such as `email: 'emails.0'`. At most ten. */
	simple: { [field: string]: string };
}

/** What comes out: how the items are made of the answer. */
export type Output =
	/** One object, the whole body or what stands under `at`; `mayBeNull` where the API has none for now. */
	| { kind: 'one'; entity: Entity; at?: string; mayBeNull?: boolean }
	/** A list that comes whole; `key` is missing where the body itself is the list. */
	| { kind: 'list'; entity: Entity; key?: string }
	/** A list that comes in pages, with Return All and Limit. */
	| { kind: 'pages'; entity: Entity; key: string }
	/** A list of texts, each of which becomes an item `{[as]: text}`. */
	| { kind: 'strings'; key: string; as: string }
	/** `{deleted: true}`, as n8n's guidelines have it. */
	| { kind: 'deleted' }
	/** `{success: true}` and whatever else the API returns. */
	| { kind: 'object'; shape: { [field: string]: Shape } };

/** How the API takes the requests of many items at once, at most 100. Each item gets its own result, or its own refusal. */
export type Batch =
	/** All with the same fields, only their IDs differ. */
	| {
			by: 'ids';
			method: IHttpRequestMethods;
			path: string;
			/** Name of the path field that holds an item's ID. */
			id: string;
			/** Name of the list of IDs, and where it goes; `ids` in the body by default. */
			ids?: string;
			in?: 'query' | 'body';
			/** Names in the answer: the list of results, the ID and the data of each. */
			results: string;
			resultId: string;
			/** Missing where the data stand beside the ID, without a name of their own. */
			resultData?: string;
			/** Names of fields that only the single request knows: an item that has one goes alone. */
			unless?: string[];
			/** Whether a single item goes this way too, as where the API has no other request for it. */
			always?: boolean;
	  }
	/** A list of bodies; each result has the place of its body in it as `index`. */
	| {
			by: 'bodies';
			method: IHttpRequestMethods;
			path: string;
			/** Name of the path field that goes into each body, and its name there. */
			id: string;
			as: string;
			/** Name of the list of bodies. */
			key: string;
			results: string;
			resultData?: string;
	  };

/** What an operation of more than one request works with. */
export interface OperationCall {
	context: IExecuteFunctions;
	item: number;
	/** The fields' values by place and by 100Hires' name. */
	path: Json;
	query: IDataObject;
	body: IDataObject;
	/** The value of one of the node's parameters. */
	parameter(name: string, otherwise?: unknown): unknown;
	/**
	 * Sends a request; waits for the rate limit and tries again as the node does. What it expects is what the operation gives out, and
	 * what it is for is the operation's task, unless it says otherwise. Throws a NodeApiError where it is refused.
	 */
	request(request: {
		method: IHttpRequestMethods;
		path: string;
		qs?: IDataObject;
		body?: IDataObject;
		task?: string;
		expect?: Expectation;
	}): Promise<Json | IDataObject[]>;
	/** Fetches a file of the API's by its URL; waits, tries again and throws likewise. */
	download(url: string): Promise<DownloadedFile>;
}

/** One row of what comes out: fields, and files by the name of their binary field. */
export interface Row {
	json: Json;
	binary?: { [field: string]: { data: Buffer; fileName: string; mimeType?: string } };
}

export interface Operation {
	/** n8n's name of it, such as `getAll`; part of saved flows, never to be changed. */
	value: string;
	/** In the list, title case: `Get Many`. */
	name: string;
	/** In the node browser and for AI agents, sentence case, unlike any other: `Get many applications`. */
	action: string;
	description: string;
	/** To follow "Could not", with path fields in braces: `move application {id}`. */
	task: string;
	/** Missing, with the path, where `run` makes no request. */
	method?: IHttpRequestMethods;
	/** Below the base URL, with the path fields in braces: `/applications/{id}/move`. */
	path?: string;
	/** Where another path is taken for what the user chose in one of the parameters: its name, and the path of each such choice. */
	otherPaths?: { parameter: string; of: { [choice: string]: string } };
	/** Fields that are always shown, or, with `displayOptions.show`, for choices in other fields; the hidden are not read. */
	fields?: SentField[];
	/** Fields that the user adds; the name of their collection follows from what the operation does. */
	optional?: {
		collection: 'filters' | 'additionalFields' | 'updateFields';
		fields: SentField[];
	};
	/** Further parameters, which `run` reads itself. */
	parameters?: INodeProperties[];
	/** Where the company of the credential goes, if it names one: `company_id` of the query or the body. */
	company?: 'query' | 'body';
	/** Whether the short form (`view=summary`) is requested when only the simplified fields are wanted. */
	summary?: boolean;
	output: Output;
	batch?: Batch;
	/** For operations that are more than one request; returns the rows, before they are simplified. */
	run?(call: OperationCall): Promise<Row[]>;
}

/** A resource of n8n: a kind of object, with what can be done with it. */
export interface Resource {
	/** Such as `application`; part of saved flows. */
	value: string;
	/** In the list, singular and title case. */
	name: string;
	description: string;
	operations: Operation[];
}
