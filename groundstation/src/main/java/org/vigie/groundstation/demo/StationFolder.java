package org.vigie.groundstation.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.groundstation.access.Tokens;
import org.vigie.groundstation.app.BadInputException;
import org.vigie.planner.canonical.ContentHash;

/** The folder of one demonstration: a station's files from a template, with fresh tokens. */
public final class StationFolder {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9._-]+)}");
  private static final String TOKEN = "token.";

  private static final Map<String, String> FIRST_OF_ROLE =
      Map.of(
          "demo-operator-1", "operator",
          "demo-pilot-1", "pilot",
          "demo-auditor-1", "auditor",
          "demo-administrator-1", "administrator",
          "demo-sensors", "sensor");

  private final Path folder;
  private final Map<String, String> tokens = new TreeMap<>();

  private StationFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Lays a station's folder out.
   *
   * @param template name of a folder of resources beside this class
   * @param values what stands for the template's placeholders; tokens are made here
   * @throws BadInputException if there is no such template
   * @throws IOException if the folder is not empty or cannot be written
   */
  public static StationFolder create(Path folder, String template, Map<String, String> values)
      throws IOException, BadInputException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new IOException(folder + " is not empty");
        }
      }
    }
    Files.createDirectories(folder);
    StationFolder made = new StationFolder(folder);
    made.copy(template);
    Path config = made.config();
    Files.writeString(config, made.filled(Files.readString(config), values));
    made.writeTokens();
    return made;
  }

  /** The station's configuration. */
  public Path config() {
    return folder.resolve("station.yaml");
  }

  /** The station's public key, once it is up. */
  Path key() {
    return folder.resolve("station.pub");
  }

  Path path() {
    return folder;
  }

  /**
   * The token of a person of the template.
   *
   * @throws BadInputException if the template knows no such person
   */
  public String token(String personId) throws BadInputException {
    String token = tokens.get(personId);
    if (token == null) {
      throw new BadInputException(
          "scenario: /people: the station template knows no \""
              + personId
              + "\"; it knows "
              + tokens.keySet());
    }
    return token;
  }

  private void copy(String template) throws IOException, BadInputException {
    URL url = StationFolder.class.getResource(template);
    if (url == null) {
      throw new BadInputException(
          "scenario: /station: there is no station template \"" + template + "\"");
    }
    try {
      if (url.openConnection() instanceof JarURLConnection inJar) {
        // a view of the jar of its own: others may lay out their folders at the same time
        Path jarFile = Path.of(inJar.getJarFileURL().toURI());
        try (FileSystem jar = FileSystems.newFileSystem(jarFile)) {
          copyTree(jar.getPath("/" + inJar.getEntryName()));
        }
      } else {
        copyTree(Path.of(url.toURI()));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void copyTree(Path from) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path to = folder.resolve(from.relativize(file).toString());
      Files.createDirectories(to.getParent());
      Files.copy(file, to);
    }
  }

  private String filled(String text, Map<String, String> values) throws IOException {
    SecureRandom random = new SecureRandom();
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      String value = values.get(name);
      if (name.startsWith(TOKEN)) {
        String token = Tokens.newToken(random);
        tokens.put(name.substring(TOKEN.length()), token);
        value = "\"" + ContentHash.of(token.getBytes(StandardCharsets.UTF_8)).hex() + "\"";
      }
      if (value == null) {
        throw new IOException("the station template asks for ${" + name + "}, which nobody gave");
      }
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }

  /** One token a role under the role's name; further people under their own. */
  private void writeTokens() throws IOException {
    Map<String, String> named = new TreeMap<>();
    tokens.forEach((person, token) -> named.put(FIRST_OF_ROLE.getOrDefault(person, person), token));
    Path file = folder.resolve("tokens.json");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(named));
  }
}
