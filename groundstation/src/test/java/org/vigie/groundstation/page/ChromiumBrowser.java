package org.vigie.groundstation.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Debian's Chromium, headless, for a test class: {@code @RegisterExtension static final
 * ChromiumBrowser BROWSER}. Each page comes in a context of its own, in French unless asked
 * otherwise; what its console says against it is collected. After a failed test the pages are
 * photographed into {@code target/browser/}. Where there is no Chromium the class is skipped, and
 * fails where the environment has {@code CI=true}.
 *
 * @threading the test's thread
 */
public final class ChromiumBrowser
    implements BeforeAllCallback, AfterTestExecutionCallback, AfterAllCallback {
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  /** No sandbox: builds run as root. The rest keeps it from calling home. */
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** A cold Chromium beside other work needs seconds for its first picture. */
  private static final int PATIENCE_MS = 30_000;

  private static final Page.WaitForConditionOptions PATIENT =
      new Page.WaitForConditionOptions().setTimeout(PATIENCE_MS);

  private @Nullable Playwright playwright;
  private @Nullable Browser browser;
  private final List<Page> pages = new ArrayList<>();
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

  /** Where Chromium is on this machine. */
  public static Optional<Path> find() {
    return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<Path> chromium = find();
    if (chromium.isEmpty()) {
      String why = "no Chromium at any of " + PLACES;
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail(why);
      }
      Assumptions.abort(why);
    }
    open(chromium.get());
  }

  /** Opens it outside a test. */
  public void open(Path chromium) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    playwright.selectors().setTestIdAttribute("data-test");
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setHeadless(true)
                    .setArgs(FLAGS));
  }

  /** A new page in French, 1440 by 900. */
  public Page page() {
    return page("fr-FR", 1440, 900);
  }

  /** A new page that shares nothing with others. */
  public Page page(String locale, int width, int height) {
    if (browser == null) {
      throw new IllegalStateException("the browser is not open");
    }
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(locale)
                .setTimezoneId("Europe/Paris")
                .setViewportSize(width, height)
                .setReducedMotion(ReducedMotion.REDUCE));
    context.setDefaultTimeout(PATIENCE_MS);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text() + " @ " + message.location());
          }
        });
    page.onPageError(complaints::add);
    pages.add(page);
    return page;
  }

  /**
   * Waits until an expression is true in the page. Asked from here: the page's policy lets nobody
   * evaluate within it.
   */
  public static void until(Page page, String expression) {
    page.waitForCondition(
        () -> Boolean.TRUE.equals(page.evaluate("Boolean(" + expression + ")")), PATIENT);
  }

  /** What the console said against the pages of this test: errors, refused loads, violations. */
  public List<String> complaints() {
    synchronized (complaints) {
      return List.copyOf(complaints);
    }
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      photograph(context.getRequiredTestClass().getSimpleName() + "-" + context.getDisplayName());
    }
    pages.forEach(page -> page.context().close());
    pages.clear();
    complaints.clear();
  }

  private void photograph(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9_-]", "_");
    for (int i = 0; i < pages.size(); i++) {
      Path file = Path.of("target", "browser", safe + "-" + i + ".png");
      pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(file));
    }
    complaints().forEach(text -> System.err.println("browser: " + text));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  /** Closes it. */
  public void close() {
    if (playwright != null) {
      playwright.close();
    }
  }
}
