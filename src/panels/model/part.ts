/** The open model as a part of its own, for the page's shell: loaded when somebody asks for it. */
export { default as ModelPage } from './ModelPage.svelte';
export { subjectOfScenario } from './subject.ts';
