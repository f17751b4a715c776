package org.vigie.simulator.fault;

import static org.vigie.simulator.fault.FaultParameter.number;
import static org.vigie.simulator.fault.FaultParameter.optional;
import static org.vigie.simulator.fault.FaultParameter.whole;
import static org.vigie.simulator.fault.FaultParameter.word;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue of faults: name, parameters with their limits, words for people. Names are the same
 * in scenario files and on standard input.
 */
@SuppressWarnings("ImmutableEnumChecker") // makers keep no state, lists are copies
public enum FaultKind {
  GPS_OFF("le récepteur GNSS se tait", "the GNSS receiver falls silent", v -> new GpsFault.Off()),
  GPS_JAM(
      "brouillage GNSS : plus de position", "GNSS jammed: no position", v -> new GpsFault.Jam()),
  GPS_GLITCH(
      "la position GNSS saute et reste décalée",
      "the GNSS position jumps and stays off",
      v -> new GpsFault.Glitch(v.number("eastM"), v.number("northM"), v.number("upM")),
      number("eastM", -10_000, 10_000),
      number("northM", -10_000, 10_000),
      number("upM", -1_000, 1_000, 0)),
  GPS_NOISE(
      "erreurs GNSS multipliées",
      "GNSS errors multiplied",
      v -> new GpsFault.Noise(v.number("factor")),
      number("factor", 0, 1_000)),
  COMPASS_OFF("plus de compas", "no compass answers", v -> new SensorFault.CompassOff()),
  BARO_DRIFT(
      "le baromètre dérive",
      "the barometer drifts",
      v -> new SensorFault.BaroDrift(v.number("driftMps")),
      number("driftMps", -20, 20)),
  IMU_BIAS(
      "biais des accéléromètres",
      "the accelerometers are biased",
      v -> new SensorFault.ImuBias(v.number("biasMps2")),
      number("biasMps2", -10, 10)),
  RANGEFINDER_OFF(
      "le télémètre ne répond plus",
      "the rangefinder answers no more",
      v -> new SensorFault.RangefinderOff()),
  MOTOR_OFF(
      "un moteur s'arrête",
      "a motor stops",
      v -> new PowerFault.MotorOff(v.whole("motor")),
      whole("motor", 1, 12)),
  MOTOR_WEAK(
      "un moteur faiblit",
      "a motor weakens to a share of its thrust",
      v -> new PowerFault.MotorWeak(v.whole("motor"), v.number("percent")),
      whole("motor", 1, 12),
      number("percent", 0, 100)),
  BATTERY_SET(
      "la charge de la batterie change d'un coup",
      "the battery holds another charge at once",
      v -> new PowerFault.BatterySet(v.number("percent")),
      number("percent", 0, 100)),
  BATTERY_DRAIN(
      "la batterie se vide plus vite",
      "the battery runs out faster",
      v -> new PowerFault.BatteryDrain(v.number("factor")),
      number("factor", 0, 1_000)),
  BATTERY_SAG(
      "la tension s'effondre davantage en charge",
      "the voltage sags deeper under load",
      v -> new PowerFault.BatterySag(v.number("factor")),
      number("factor", 0, 100)),
  RC_LOSS(
      "la radiocommande n'est plus reçue",
      "radio control is heard no more",
      v -> new RadioFault.RcLoss()),
  LINK_LOSS(
      "liaison perdue dans les deux sens",
      "link lost in both directions",
      v -> new RadioFault.LinkLoss()),
  LINK_DROP(
      "une part des messages se perd",
      "a share of the messages is lost",
      v -> new RadioFault.LinkDrop(v.number("percent")),
      number("percent", 0, 100)),
  LINK_DELAY(
      "les messages prennent du temps",
      "messages take time",
      v -> new RadioFault.LinkDelay(v.number("delayS"), v.number("jitterS")),
      number("delayS", 0, 60),
      number("jitterS", 0, 60, 0)),
  LINK_DUPLICATE(
      "des messages arrivent en double",
      "messages arrive twice",
      v -> new RadioFault.LinkDuplicate(v.number("percent")),
      number("percent", 0, 100)),
  LINK_REORDER(
      "des messages se doublent entre eux",
      "messages overtake each other",
      v -> new RadioFault.LinkReorder(v.number("percent")),
      number("percent", 0, 100)),
  LINK_BANDWIDTH(
      "débit de la liaison limité",
      "the link's bandwidth is limited",
      v -> new RadioFault.LinkBandwidth(v.number("bytesPerSecond")),
      number("bytesPerSecond", 1, 1e9)),
  CAMERA_OFF("plus d'images", "no pictures come", v -> new CameraFault.Off()),
  CAMERA_FREEZE("image figée", "the same picture comes for ever", v -> new CameraFault.Freeze()),
  FENCE_STORAGE(
      "la mémoire de la barrière virtuelle abîme ce qu'on y écrit",
      "the fence's storage damages what is written",
      v -> new StorageFault.Fence()),
  MISSION_STORAGE(
      "la mémoire de la mission abîme ce qu'on y écrit",
      "the mission's storage damages what is written",
      v -> new StorageFault.Mission()),
  WIND(
      "autre vent",
      "another wind",
      v ->
          new WeatherFault.Wind(
              v.number("speedMps"),
              v.number("fromDeg"),
              v.findNumber("gustMps").orElse(v.number("speedMps") * WeatherFault.GUST_FACTOR)),
      number("speedMps", 0, 40),
      number("fromDeg", 0, 360),
      optional("gustMps", 0, 60)),
  GUST(
      "une rafale à pleine force",
      "one gust at full strength",
      v -> new WeatherFault.Gust(v.number("speedMps")),
      number("speedMps", 0, 60)),
  INTRUDER(
      "un second aéronef sur la route",
      "a second aircraft in the way",
      v ->
          new TrafficFault.Enters(
              v.number("latDeg"),
              v.number("lonDeg"),
              v.number("altitudeAmslM"),
              v.number("courseDeg"),
              v.number("speedMps"),
              v.number("radiusM"),
              v.whole("icao")),
      number("latDeg", -85, 85),
      number("lonDeg", -180, 180),
      number("altitudeAmslM", -500, 10_000),
      number("courseDeg", 0, 360),
      number("speedMps", 0, 300),
      number("radiusM", 0, 10_000, 0),
      whole("icao", 1, 0xFFFFFF, 0x3A0001)),
  TAKEOVER(
      "une autre station prend la main et emmène l'aéronef",
      "another station takes over and flies the aircraft away",
      v -> new StrangerFault.Takeover(v.number("courseDeg"), v.number("speedMps")),
      number("courseDeg", 0, 360),
      number("speedMps", 0, 20, 8)),
  SENSOR_FALSE_ALARM(
      "un capteur acoustique signale ce qui n'a pas eu lieu",
      "an acoustic sensor reports what never happened",
      v -> new AlarmFault.FalseAlarm(v.word("sensor"), v.word("type")),
      word("sensor"),
      word("type")),
  STATION_KILL(
      "le processus de la station est tué",
      "the station's process is killed",
      v -> new StationFault.Kill()),
  STATION_RESTART(
      "la station redémarre", "the station is started again", v -> new StationFault.Restart());

  private final String fr;
  private final String en;
  private final Function<FaultValues, Fault> maker;
  private final List<FaultParameter> parameters;

  FaultKind(
      String fr, String en, Function<FaultValues, Fault> maker, FaultParameter... parameters) {
    this.fr = fr;
    this.en = en;
    this.maker = maker;
    this.parameters = List.of(parameters);
  }

  /** Its name in files and lines, for example {@code gps-jam}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What happens, in a language: {@code fr} or {@code en}. */
  public String in(String language) {
    return language.equals("fr") ? fr : en;
  }

  /** Whether it is for vehicles, one or all; not so what concerns sky, sensors or station. */
  public boolean ofVehicles() {
    return switch (this) {
      case WIND, GUST, INTRUDER, SENSOR_FALSE_ALARM, STATION_KILL, STATION_RESTART -> false;
      default -> true;
    };
  }

  /** Whether it lasts until it is lifted; not so what happens once. */
  public boolean lasts() {
    return this != SENSOR_FALSE_ALARM && this != STATION_RESTART;
  }

  public List<FaultParameter> parameters() {
    return parameters;
  }

  /** How a line writes it, for example {@code link-delay delayS [jitterS]}. */
  public String usage() {
    return (text() + " " + parameters.stream().map(p -> p.shown()).collect(Collectors.joining(" ")))
        .strip();
  }

  /** The kind of a name, if there is one. */
  public static Optional<FaultKind> find(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
  }

  /**
   * A fault with named values, as YAML has them.
   *
   * @throws FaultValueException naming the parameter that is missing, unknown or out of its limits
   */
  public Fault with(Map<String, Object> values) throws FaultValueException {
    return maker.apply(FaultValues.named(this, values));
  }

  /**
   * A fault with values in the order of its parameters, as a typed line has them.
   *
   * @throws FaultValueException naming the parameter that is missing or out of its limits
   */
  public Fault inOrder(List<String> words) throws FaultValueException {
    return maker.apply(FaultValues.inOrder(this, words));
  }
}
