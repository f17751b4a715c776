package org.vigie.simulator.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigie.simulator.camera.SimulatedCamera;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.World;

/**
 * A line of standard input that changes the running world or its cameras.
 *
 * @param quit whether it ends the simulation instead
 * @param effect what it does to the world
 * @param cameraEffect what it does to each live camera; empty when it is not about cameras
 */
record LiveFault(
    boolean quit, Consumer<World> effect, Optional<Consumer<SimulatedCamera>> cameraEffect) {
  static final List<String> KNOWN =
      List.of("wind SPEED_MPS FROM_DEG", "battery PERCENT", "gps off|on", "camera off|on", "quit");

  /** A gust above a mean wind given by hand. */
  private static final double GUST_FACTOR = 1.4;

  /**
   * Reads a line; empty for a blank one.
   *
   * @throws IllegalArgumentException with a message for the person who typed it
   */
  static Optional<LiveFault> parse(String line) {
    String[] words = line.strip().split("\\s+");
    if (words[0].isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(words, line));
    } catch (NumberFormatException e) {
      throw unknown(line);
    }
  }

  private static LiveFault parse(String[] words, String line) {
    String name = words[0];
    if (name.equals("quit") && words.length == 1) {
      return new LiveFault(true, world -> {}, Optional.empty());
    }
    if (name.equals("wind") && words.length == 3) {
      double speed = number(words[1], 0, 40);
      double from = number(words[2], 0, 360);
      return world(world -> world.setWind(from, speed, speed * GUST_FACTOR));
    }
    if (name.equals("battery") && words.length == 2) {
      double share = number(words[1], 0, 100) / 100;
      return each(vehicle -> vehicle.setBattery(share));
    }
    if (name.equals("gps") && words.length == 2 && words[1].matches("on|off")) {
      boolean on = words[1].equals("on");
      return each(vehicle -> vehicle.setGps(on));
    }
    if (name.equals("camera") && words.length == 2 && words[1].matches("on|off")) {
      Consumer<SimulatedCamera> change =
          words[1].equals("on") ? SimulatedCamera::resume : SimulatedCamera::stop;
      return new LiveFault(false, world -> {}, Optional.of(change));
    }
    throw unknown(line);
  }

  private static LiveFault world(Consumer<World> effect) {
    return new LiveFault(false, effect, Optional.empty());
  }

  private static LiveFault each(Consumer<SimulatedVehicle> effect) {
    return world(world -> world.vehicles().forEach(effect));
  }

  private static double number(String word, double least, double most) {
    double value = Double.parseDouble(word);
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(word + " is not within " + least + " to " + most);
    }
    return value;
  }

  private static IllegalArgumentException unknown(String line) {
    return new IllegalArgumentException(
        "unknown line \"" + line.strip() + "\"; known: " + String.join(", ", KNOWN));
  }
}
