package dev.footfall.sandbox.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What an event is about, in one line, whatever platform's words it uses. */
final class Summary {
  private Summary() {}

  static String name(JsonNode event) {
    return first(
        event,
        List.of(
            "/event_name",
            "/event",
            "/EventName",
            "/eventSource",
            "/conversionAction",
            "/product_id",
            "/attributes/metric/data/attributes/name",
            "/type",
            "/kind"));
  }

  static String order(JsonNode event) {
    return first(
        event,
        List.of(
            "/custom_data/order_id",
            "/properties/order_id",
            "/event_id",
            "/OrderId",
            "/transactionId",
            "/orderId",
            "/attributes/unique_id",
            "/attributes/external_id",
            "/external_id"));
  }

  static String money(JsonNode event) {
    String value =
        first(
            event,
            List.of(
                "/custom_data/value",
                "/properties/value",
                "/Value",
                "/conversionValue",
                "/attributes/value",
                "/product_value",
                "/price"));
    return value.isEmpty()
        ? ""
        : value
            + " "
            + first(
                event,
                List.of(
                    "/custom_data/currency",
                    "/properties/currency",
                    "/ValueCurrency",
                    "/currency",
                    "/attributes/value_currency",
                    "/currencyCode"));
  }

  private static String first(JsonNode event, List<String> places) {
    return places.stream()
        .map(event::at)
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asText)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }
}
