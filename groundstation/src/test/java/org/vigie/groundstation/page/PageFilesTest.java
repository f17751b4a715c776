package org.vigie.groundstation.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.text.Language;

/** The page's files keep the house's rules without a browser. */
final class PageFilesTest {
  /** {@code t('page.…')} and {@code name('page.…'}: whole keys, not those put together. */
  private static final Pattern KEY =
      Pattern.compile("\\bt\\(\\s*'(page\\.[A-Za-z0-9.-]+[A-Za-z0-9])'");

  private static List<Path> files(String ending) throws Exception {
    Path root =
        Path.of(
                Objects.requireNonNull(
                        PageFilesTest.class.getResource("/org/vigie/groundstation/web/index.html"))
                    .toURI())
            .getParent();
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(ending))
          .filter(file -> !file.toString().contains("vendor"))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void every_key_that_the_page_names_has_words() throws Exception {
    Set<String> named = new TreeSet<>();
    for (Path file : files(".mjs")) {
      Matcher matcher = KEY.matcher(read(file));
      while (matcher.find()) {
        named.add(matcher.group(1));
      }
    }
    assertThat(named).hasSizeGreaterThan(100);
    assertThat(PageWords.of(Language.FR).keySet()).containsAll(named);
  }

  @Test
  void nothing_is_made_from_markup_in_strings_and_nothing_leaves_the_station() throws Exception {
    assertThat(files(".mjs")).hasSizeGreaterThan(25);
    for (Path file : files(".mjs")) {
      assertThat(read(file))
          .as(file.toString())
          .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
          .doesNotContain("eval(", "https://");
    }
    assertThat(read(files("index.html").get(0))).doesNotContain("style=", "onclick", "http");
  }

  @Test
  void files_stay_small() throws Exception {
    for (Path file : files(".mjs")) {
      assertThat(read(file).lines().count()).as(file.toString()).isLessThan(450);
    }
  }
}
