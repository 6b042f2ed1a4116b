package dev.footfall.app.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserTest {
  @Test
  void each_system_opens_an_address_in_its_way_without_a_shell() {
    String address = "https://p.example/?a=1&b=$(2)";

    assertThat(Browser.command("Mac OS X", address, Map.of())).contains(List.of("open", address));
    assertThat(Browser.command("Windows 11", address, Map.of()))
        .contains(List.of("rundll32", "url.dll,FileProtocolHandler", address));
    assertThat(Browser.command("Linux", address, Map.of("DISPLAY", ":0")))
        .contains(List.of("xdg-open", address));
    assertThat(Browser.command("Linux", address, Map.of())).isEmpty();
  }
}
