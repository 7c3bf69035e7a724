/** What a person in a class needs behind the door: loaded while the code is being typed, not with the form. */
export { joinRoom } from '../../table/remoteRoom.ts';
export { default as InRoom } from './InRoom.svelte';
export { RoomView, roomOptions, sayRefusal } from './roomView.svelte.ts';
