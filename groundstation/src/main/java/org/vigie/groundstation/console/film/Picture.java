package org.vigie.groundstation.console.film;

import java.awt.image.BufferedImage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest picture.
 *
 * @param takenAt when its last byte reached the station, by this machine's clock; absent when that
 *     cannot be told
 */
public record Picture(BufferedImage image, @Nullable Instant takenAt) {}
