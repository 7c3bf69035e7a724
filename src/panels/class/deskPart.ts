/** What a teacher needs once a room is open: loaded while the lesson plan is being chosen, not with the form. */
export { openRoom, returnToDesk } from '../../table/remoteRoom.ts';
export { default as Desk } from './Desk.svelte';
export { roomOptions, RoomView, sayRefusal } from './roomView.svelte.ts';
