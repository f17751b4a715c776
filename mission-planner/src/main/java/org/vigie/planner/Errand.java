package org.vigie.planner;

/** What a flight is for, and by which way it comes home. */
public enum Errand {
  /** To the scene, and back the same way. */
  SCENE,
  /** To the scene, and home from there by the shortest way: for flights that begin in the air. */
  SCENE_OTHER_WAY_BACK,
  /** Home from where it is. */
  HOME
}
