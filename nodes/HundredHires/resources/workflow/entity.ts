import type { Entity, Shape } from '../types';

const STAGE_SHAPE = { id: 'integer', name: 'string', order: 'integer' } satisfies {
	[field: string]: Shape;
};

/** A step of a pipeline (100Hires OpenAPI 2.0.0, `WorkflowStage`). */
export const STAGE: Entity = { name: 'Stage', shape: STAGE_SHAPE, simple: {} };

/** A pipeline that jobs share (100Hires OpenAPI 2.0.0). */
export const WORKFLOW: Entity = {
	name: 'Workflow',
	shape: { id: 'integer', name: 'string', stages: [STAGE_SHAPE] },
	simple: {},
};
