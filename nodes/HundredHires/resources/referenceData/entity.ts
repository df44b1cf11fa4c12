import type { Entity } from '../types';

/** What most lists are made of (100Hires OpenAPI 2.0.0, `IdName`). */
export const NAMED: Entity = {
	name: 'Named',
	shape: { id: 'integer', name: 'string' },
	simple: {},
};

/** A language that career sites come in; `locale` is what other requests take (`LanguagesResponse`). */
export const LANGUAGE: Entity = {
	name: 'Language',
	shape: { locale: 'string', language: 'string', native_name: 'string', is_default: 'boolean' },
	simple: {},
};
