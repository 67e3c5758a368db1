// JSON values, small and complete enough for the port protocol. Everything wrong is a std::runtime_error.
#pragma once
#include <algorithm>
#include <cstdio>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace json {

class Value;
using List = std::vector<Value>;
using Object = std::map<std::string, Value>;

// One value of any kind.
class Value {
 public:
  Value() = default;
  Value(bool truth) : kind_(truth) {}
  Value(int number) : kind_(static_cast<long long>(number)) {}
  Value(long long number) : kind_(number) {}
  Value(double number) : kind_(number) {}
  Value(const char* text) : kind_(std::string(text)) {}
  Value(std::string text) : kind_(std::move(text)) {}
  Value(List items) : kind_(std::move(items)) {}
  Value(Object members) : kind_(std::move(members)) {}

  bool has(const std::string& name) const { return get<Object>("an object").count(name) > 0; }

  const Value& operator[](const std::string& name) const {
    const Object& members = get<Object>("an object");
    const auto found = members.find(name);
    if (found == members.end()) throw std::runtime_error("no \"" + name + "\" here");
    return found->second;
  }

  long long number() const { return get<long long>("a whole number"); }
  const std::string& text() const { return get<std::string>("text"); }
  const List& list() const { return get<List>("a list"); }

 private:
  friend std::string write(const Value& value);

  template <typename Kind>
  const Kind& get(const char* expected) const {
    const Kind* found = std::get_if<Kind>(&kind_);
    if (found == nullptr) throw std::runtime_error(std::string("expected ") + expected);
    return *found;
  }

  std::variant<std::nullptr_t, bool, long long, double, std::string, List, Object> kind_{nullptr};
};

// Writes text in quotes.
inline std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += std::string("\\") + c;
    } else if (static_cast<unsigned char>(c) < ' ') {
      char escaped[8];
      std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(c));
      out += escaped;
    } else {
      out += c;
    }
  }
  return out + '"';
}

// Writes a value on one line.
inline std::string write(const Value& value) {
  struct Writer {
    std::string operator()(std::nullptr_t) const { return "null"; }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(long long number) const { return std::to_string(number); }
    std::string operator()(double number) const { return std::to_string(number); }
    std::string operator()(const std::string& text) const { return quoted(text); }
    std::string operator()(const List& items) const {
      std::string out;
      for (const Value& item : items) out += (out.empty() ? "" : ",") + write(item);
      return "[" + out + "]";
    }
    std::string operator()(const Object& members) const {
      std::string out;
      for (const auto& [name, member] : members)
        out += (out.empty() ? "" : ",") + quoted(name) + ":" + write(member);
      return "{" + out + "}";
    }
  };
  return std::visit(Writer{}, value.kind_);
}

// Goes over a text once, from left to right.
class Reader {
 public:
  explicit Reader(const std::string& text) : text_(text) {}

  Value whole() {
    Value value = any();
    skip_space();
    if (at_ != text_.size()) fail("the end");
    return value;
  }

 private:
  Value any() {
    skip_space();
    switch (peek()) {
      case '{': return object();
      case '[': return list();
      case '"': return string();
      case 't': return word("true", true);
      case 'f': return word("false", false);
      case 'n': return word("null", Value());
      default: return number();
    }
  }

  Object object() {
    Object members;
    for (bool more = opens('{', '}'); more; more = goes_on('}')) {
      skip_space();
      const std::string name = string();
      skip_space();
      expect(':');
      members[name] = any();
    }
    return members;
  }

  List list() {
    List items;
    for (bool more = opens('[', ']'); more; more = goes_on(']')) items.push_back(any());
    return items;
  }

  bool opens(char open, char close) {
    expect(open);
    skip_space();
    return !take(close);
  }

  bool goes_on(char close) {
    skip_space();
    if (take(close)) return false;
    expect(',');
    return true;
  }

  std::string string() {
    std::string out;
    expect('"');
    while (!take('"')) {
      const char c = next();
      out += c == '\\' ? escaped() : std::string(1, c);
    }
    return out;
  }

  std::string escaped() {
    const char c = next();
    switch (c) {
      case 'b': return "\b";
      case 'f': return "\f";
      case 'n': return "\n";
      case 'r': return "\r";
      case 't': return "\t";
      case 'u': return utf8(code_point());
      default: return std::string(1, c);
    }
  }

  // What \u escapes: a character beyond the first 65,536 comes as two halves.
  unsigned code_point() {
    const unsigned first = four_digits();
    if (first < 0xD800 || first > 0xDBFF) return first;
    expect('\\');
    expect('u');
    return 0x10000 + ((first - 0xD800) << 10) + (four_digits() - 0xDC00);
  }

  unsigned four_digits() {
    std::string digits;
    for (int i = 0; i < 4; i++) digits += next();
    return static_cast<unsigned>(std::stoul(digits, nullptr, 16));
  }

  static std::string utf8(unsigned code) {
    const auto tail = [code](int shift) { return static_cast<char>(0x80 | ((code >> shift) & 0x3F)); };
    if (code < 0x80) return {static_cast<char>(code)};
    if (code < 0x800) return {static_cast<char>(0xC0 | code >> 6), tail(0)};
    if (code < 0x10000) return {static_cast<char>(0xE0 | code >> 12), tail(6), tail(0)};
    return {static_cast<char>(0xF0 | code >> 18), tail(12), tail(6), tail(0)};
  }

  Value word(const std::string& word, Value meaning) {
    if (text_.compare(at_, word.size(), word) != 0) fail(word);
    at_ += word.size();
    return meaning;
  }

  Value number() {
    const size_t start = at_;
    at_ = std::min(text_.find_first_not_of("+-.0123456789eE", start), text_.size());
    const std::string digits = text_.substr(start, at_ - start);
    if (digits.empty()) fail("a value");
    if (digits.find_first_of(".eE") == std::string::npos) return std::stoll(digits);
    return std::stod(digits);
  }

  void skip_space() {
    at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
  }

  char peek() const {
    if (at_ == text_.size()) fail("more");
    return text_[at_];
  }

  char next() {
    const char c = peek();
    at_++;
    return c;
  }

  bool take(char c) {
    if (peek() != c) return false;
    at_++;
    return true;
  }

  void expect(char c) {
    if (!take(c)) fail(std::string(1, c));
  }

  [[noreturn]] void fail(const std::string& expected) const {
    throw std::runtime_error("expected " + expected + " at character " + std::to_string(at_));
  }

  const std::string& text_;
  size_t at_ = 0;
};

// Reads a text that is one JSON value.
inline Value parse(const std::string& text) { return Reader(text).whole(); }

}  // namespace json
