package dev.footfall.destinations.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.destinations.contract.HttpDestinationContract;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.Speech;
import dev.footfall.destinations.contract.Taken;
import dev.footfall.destinations.contract.TestRows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example keeps the contract of all destinations, so it may be copied. */
class AcmeContractTest extends HttpDestinationContract {
  @Override
  protected Destination destination() {
    return new Acme();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("account_id", "42");
  }

  @Override
  protected TestRows goodRows() {
    return TestRows.of("order_id", "time", "email", "price", "quantity", "currency")
        .row("A-1", "2026-11-20T18:05:00Z", "Ada@Example.com", "19.99", "2", "USD")
        .row("A-1", "2026-11-20T18:05:00Z", "Ada@Example.com", "33.33", "1", "USD")
        .row("A-2", "2026-11-19T10:00:00Z", "Mona@Example.org", "129.50", "1", "EUR");
  }

  @Override
  protected List<HttpAnswer> typicalAnswers() {
    return List.of(
        answer(200, "{\"accepted\":2}"),
        answer(400, "{\"bad_event\":1}"),
        answer(401, "{}"),
        answer(429, "{}"),
        answer(503, "<html></html>"));
  }

  @Override
  protected Speech speech() {
    return Speech.of(200, n -> "{\"accepted\":" + n + "}").counting("{\"accepted\":@}");
  }

  @Override
  protected Map<String, Taken> taken() {
    return Map.of();
  }

  @Test
  void rows_of_one_order_become_one_event() {
    assertThat(run().map(goodRows()).texts())
        .anySatisfy(text -> assertThat(text).contains("\"id\":\"A-1\"", "\"value\":73.31"));
  }

  @Test
  void a_row_with_a_bad_price_leaves_and_the_rest_of_the_order_goes() {
    Mapped mapped = run().map(goodRows().with(0, "price", "free"));

    assertThat(mapped.rejected()).extracting(Mapped.Line::code).containsExactly(Code.BAD_PRICE);
    assertThat(mapped.texts())
        .anySatisfy(text -> assertThat(text).contains("\"id\":\"A-1\"", "\"value\":33.33"));
  }
}
