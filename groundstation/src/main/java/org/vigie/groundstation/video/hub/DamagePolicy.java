package org.vigie.groundstation.video.hub;

/** What a viewer wants of pictures that were damaged on the way. Decoders never get one. */
public enum DamagePolicy {
  /** The picture stands still until the next key: no one is misled by smears. */
  CLEAN,
  /** The damaged unit alone is left out: smeared pictures, but moving ones; for who flies. */
  SMEAR
}
