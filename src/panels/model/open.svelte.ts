/** Whether the model lies open over a game. Any screen of a game may open it; the host shows it. */

class ModelOpen {
  isOpen = $state(false);
}

export const model = new ModelOpen();

/** Open the model over the game that is on the screen. */
export function openModel(): void {
  model.isOpen = true;
}

export function closeModel(): void {
  model.isOpen = false;
}
