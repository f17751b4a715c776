package org.vigie.groundstation.api;

/** Everything that maps and profiles show. */
public record MapPorts(MapSource map, ProfileSource profiles) {}
