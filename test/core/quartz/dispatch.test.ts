import { describe, expect, test } from "vitest";
import { readSource } from "#core/quartz/readSource";

/** `dispatcher NODE_X 2-3 → handler`, 1-based lines. */
function branches(text: string): readonly string[] {
  return readSource(text).branches.map(
    ({ dispatcher, kindName, range, handler }) =>
      `${dispatcher} ${kindName} ${range.start.line + 1}-${range.end.line + 1} → ${handler ?? "inline"}`,
  );
}

describe("branches of an if chain", () => {
  test("each ends before the next, and names what it calls", () => {
    expect(
      branches(`def tc_expr(kind: Int): Int
  if kind == node_constants::NODE_IDENT
    return 1
  elsif kind == NODE_CALL
    return handlers::tc_expr_call(kind)
  elsif NODE_ARRAY == kind or kind == NODE_INDEX
    var r = element(kind)
    log("x")
  else
    other()
  end
end
`),
    ).toEqual([
      "tc_expr NODE_IDENT 2-3 → inline",
      "tc_expr NODE_CALL 4-5 → handlers::tc_expr_call",
      "tc_expr NODE_ARRAY 6-8 → log",
      "tc_expr NODE_INDEX 6-8 → log",
    ]);
  });

  test("the kind of another node, asked in passing, dispatches nothing", () => {
    expect(
      branches(`def tc_stmt(node: Int)
  if ast::ast_get_kind(storage, value) == node_constants::NODE_IDENT
    mark(value)
  end
  return 0 if kind == NODE_CALL
end
`),
    ).toEqual([]);
  });

  test("a branch with much code of its own has no handler", () => {
    expect(
      branches("def f(kind)\n  if kind == NODE_IF\n    a()\n    b()\n    c()\n    d()\n  end\nend\n"),
    ).toEqual(["f NODE_IF 2-6 → inline"]);
  });

  test("a call of the dispatcher itself is a walk down, not a handler", () => {
    expect(branches("def f(kind)\n  if kind == NODE_UNARY\n    return f(left)\n  end\nend\n")).toEqual([
      "f NODE_UNARY 2-3 → inline",
    ]);
  });
});

test("arms of a match", () => {
  expect(
    branches(`def f(kind)
  match kind
    NODE_CALL => call(kind)
    ns::NODE_IF =>
      one()
      two()
    _ => 0
  end
end
`),
  ).toEqual(["f NODE_CALL 3-3 → call", "f NODE_IF 4-6 → two"]);
});

test("tests of the node's kind in its branch count, tests of another's do not", () => {
  expect(
    branches(`def f(s, node)
  if kind == NODE_A or kind == NODE_B
    inner = get_kind(s, left)
    if inner == NODE_C
      a()
    end
    if kind == NODE_A
      b(node)
    end
  elsif get_kind(s, node) == NODE_D
    return g(s, node)
  end
  return h(s, node) if kind == NODE_E
end
`),
  ).toEqual([
    "f NODE_A 2-9 → inline",
    "f NODE_B 2-9 → inline",
    "f NODE_A 7-8 → b",
    "f NODE_D 10-11 → g",
    "f NODE_E 13-13 → h",
  ]);
});

test("the innermost function dispatches; outside of functions nothing does", () => {
  expect(
    branches(`if kind == NODE_A
  a()
end
def f(node)
  def g(node)
    if kind == NODE_B
      b(node)
    end
  end
  if kind == NODE_C
    c(node)
  end
end
`),
  ).toEqual(["g NODE_B 6-7 → b", "f NODE_C 10-11 → c"]);
});
