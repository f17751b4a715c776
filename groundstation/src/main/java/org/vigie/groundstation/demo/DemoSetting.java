package org.vigie.groundstation.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import org.vigie.groundstation.text.Language;

/**
 * How a demonstration is to be run.
 *
 * @param out folder for everything that comes of it
 * @param terrainText the scenario's terrain grid
 * @param screens whether windows open, and who acts
 * @param autopilot endpoint of an autopilot that is already running, empty for the built-in one
 */
record DemoSetting(
    Path out,
    double speed,
    Language language,
    String terrainText,
    String autopilot,
    Screens screens,
    PrintStream output) {}
