package dev.footfall.sandbox.web;

import java.util.Map;

/** One control request. */
final class Order {
  private final String verb;
  private final String path;
  private final Map<String, String> query;
  private final String type;
  private final byte[] body;

  Order(String verb, String path, Map<String, String> query, String type, byte[] body) {
    this.verb = verb;
    this.path = path;
    this.query = query;
    this.type = type;
    this.body = body;
  }

  String verb() {
    return verb;
  }

  String path() {
    return path;
  }

  String parameter(String name, String otherwise) {
    return query.getOrDefault(name, otherwise);
  }

  byte[] body() {
    return body;
  }

  /**
   * Only JSON and CSV may change something: a foreign web page cannot send these without asking
   * first.
   */
  boolean mayPass() {
    return !verb.equals("POST")
        || type.startsWith("application/json")
        || type.startsWith("text/csv");
  }
}
