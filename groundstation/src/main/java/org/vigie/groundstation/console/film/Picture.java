package org.vigie.groundstation.console.film;

import java.awt.image.BufferedImage;
import java.time.Instant;

/**
 * The newest picture.
 *
 * @param takenAt when its last byte reached the station, by this machine's clock as far as the two
 *     agree, else when it came here
 */
public record Picture(BufferedImage image, Instant takenAt) {}
