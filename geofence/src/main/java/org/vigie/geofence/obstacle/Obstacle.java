package org.vigie.geofence.obstacle;

/**
 * Something that stands on the ground.
 *
 * @param name what answers name as their source: the file, and the feature in it
 * @param shape the ground that it takes
 * @param top where it ends
 */
public record Obstacle(String name, ObstacleShape shape, ObstacleTop top) {}
