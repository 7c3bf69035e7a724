/**
 * The parts of Phaser that the stage is made of, out of its own sources: a game, one scene, a camera, lines and fills. The build
 * takes them for the whole of Phaser (vite.config.ts) and so sends half of it; its types are those of the whole.
 */
// oxlint-disable import/no-unassigned-import -- what a scene needs registers itself as it is loaded
// First of all: its files ask for each other in a ring that opens only from here.
import 'phaser/src/renderer/index.js';
import 'phaser/src/events/EventEmitter.js';
import 'phaser/src/gameobjects/DisplayList.js';
import 'phaser/src/gameobjects/UpdateList.js';
import 'phaser/src/gameobjects/GameObjectCreator.js';
import 'phaser/src/cameras/2d/CameraManager.js';
import 'phaser/src/scene/ScenePlugin.js';
import constants from 'phaser/src/const.js';
import coreEvents from 'phaser/src/core/events/index.js';
import Game from 'phaser/src/core/Game.js';
import GameObjectFactory from 'phaser/src/gameobjects/GameObjectFactory.js';
import Graphics from 'phaser/src/gameobjects/graphics/Graphics.js';
import rendererEvents from 'phaser/src/renderer/events/index.js';
import scaleModes from 'phaser/src/scale/const/index.js';
import Scene from 'phaser/src/scene/Scene.js';

GameObjectFactory.register('graphics', function graphics(options) {
  return this.displayList.add(new Graphics(this.scene, options));
});

export { Game, Scene };
export const Core = { Events: coreEvents };
export const Renderer = { Events: rendererEvents };
export const Scale = scaleModes.SCALE_MODE;
export const { WEBGL } = constants;
