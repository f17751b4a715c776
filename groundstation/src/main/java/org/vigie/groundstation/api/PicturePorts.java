package org.vigie.groundstation.api;

import org.vigie.groundstation.viewing.Viewing;

/** Everything about live pictures: the right to them, and where they come from. */
public record PicturePorts(Viewing viewing, VideoDoor video, CameraPictures cameras) {}
