package org.vigie.groundstation.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import org.vigie.groundstation.text.Language;
import org.vigie.simulator.camera.CameraSettings;

/**
 * How a demonstration is to be run.
 *
 * @param out folder for everything that comes of it
 * @param terrainText the scenario's terrain grid
 * @param townText streets and houses, GeoJSON
 * @param cameras size of the aircraft's pictures
 * @param figures whether camera and console write down how fast they were
 * @param screens whether windows open, and who acts
 * @param autopilot endpoint of an autopilot that is already running, empty for the built-in one
 */
record DemoSetting(
    Path out,
    double speed,
    Language language,
    String terrainText,
    String townText,
    CameraSettings cameras,
    boolean figures,
    String autopilot,
    Screens screens,
    PrintStream output) {}
