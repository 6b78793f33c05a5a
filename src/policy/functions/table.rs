//! Every function, in order of name.

use super::super::syntax::expr::Primitive;
use super::{
    Body, Function, Of, Param, Run, Special, collections, csv, dates, format, json, numbers,
    policy, regex, semver, sets, strings, types, yaml,
};

const fn param(of: Of) -> Param {
    Param { of, null: false, unknown: false, deep: false }
}

const ANY: Param = param(Of::Any);
const TEXT: Param = param(Of::String);
const NUMBER: Param = param(Of::Number);
const LIST: Param = param(Of::Sequence);
const MAP: Param = param(Of::Mapping);
/// Looked at in every part.
const WHOLE: Param = Param { deep: true, ..ANY };
const WHOLE_LIST: Param = Param { deep: true, ..LIST };
/// Null, and looked at in every part.
const NULLABLE: Param = Param { null: true, ..WHOLE };
/// Whatever it is.
const OPEN: Param = Param { null: true, unknown: true, deep: false, of: Of::Any };

const fn plain(name: &'static str, params: &'static [Param], run: Run) -> Function {
    Function {
        name,
        params,
        optional: 0,
        rest: None,
        returns: None,
        own_marks: false,
        body: Body::Plain(run),
    }
}

const fn special(name: &'static str, params: &'static [Param], body: Special) -> Function {
    Function {
        name,
        params,
        optional: 0,
        rest: None,
        returns: None,
        own_marks: true,
        body: Body::Special(body),
    }
}

impl Function {
    const fn text(mut self) -> Self {
        self.returns = Some(Primitive::String);
        self
    }
    const fn number(mut self) -> Self {
        self.returns = Some(Primitive::Number);
        self
    }
    const fn truth(mut self) -> Self {
        self.returns = Some(Primitive::Bool);
        self
    }
    const fn rest(mut self, rest: Param) -> Self {
        self.rest = Some(rest);
        self
    }
    const fn optional(mut self, count: usize) -> Self {
        self.optional = count;
        self
    }
    const fn own_marks(mut self) -> Self {
        self.own_marks = true;
        self
    }
}

/// Sorted by name.
pub(super) static FUNCTIONS: &[Function] = &[
    plain("abs", &[NUMBER], numbers::abs).number(),
    plain("alltrue", &[LIST], policy::alltrue).truth(),
    plain("anytrue", &[LIST], policy::anytrue).truth(),
    special("can", &[ANY], Special::Can),
    plain("ceil", &[NUMBER], numbers::ceil).number(),
    plain("chomp", &[TEXT], strings::chomp).text(),
    plain("chunklist", &[LIST, NUMBER], collections::chunklist),
    plain("coalescelist", &[], collections::coalescelist).rest(OPEN),
    plain("compact", &[WHOLE_LIST], collections::compact),
    plain("concat", &[], collections::concat).rest(LIST),
    plain("contains", &[LIST, OPEN], collections::contains).truth(),
    plain("contains_substring", &[TEXT, TEXT], policy::contains_substring).truth(),
    plain("csvdecode", &[TEXT], csv::csvdecode),
    plain("distinct", &[WHOLE_LIST], collections::distinct),
    plain("element", &[LIST, NUMBER], collections::element),
    plain("endswith", &[TEXT, TEXT], strings::endswith).truth(),
    plain("flatten", &[LIST], collections::flatten),
    plain("floor", &[NUMBER], numbers::floor).number(),
    plain("format", &[TEXT], format::format).rest(NULLABLE).text(),
    plain("formatdate", &[TEXT, TEXT], dates::formatdate).text(),
    plain("formatlist", &[TEXT], format::formatlist).rest(NULLABLE),
    special("getdatasource", &[TEXT, OPEN], Special::Data).optional(1),
    special("gethttprequest", &[TEXT, OPEN], Special::Http).optional(1),
    special("getresources", &[TEXT, OPEN], Special::Resources).optional(1),
    plain("indent", &[NUMBER, TEXT], strings::indent).text(),
    plain("issensitive", &[OPEN], types::issensitive).truth().own_marks(),
    plain("join", &[TEXT], strings::join).rest(WHOLE_LIST).text(),
    plain("jsondecode", &[TEXT], json::jsondecode),
    plain("jsonencode", &[NULLABLE], json::jsonencode).text(),
    plain("keys", &[MAP], collections::keys),
    plain("length", &[ANY], collections::length).number(),
    plain("log", &[NUMBER, NUMBER], numbers::log).number(),
    plain("lower", &[TEXT], strings::lower).text(),
    plain("max", &[], numbers::max).rest(NUMBER).number(),
    plain("merge", &[], collections::merge).rest(Param { null: true, ..ANY }),
    plain("min", &[], numbers::min).rest(NUMBER).number(),
    plain("nonsensitive", &[OPEN], types::nonsensitive).own_marks(),
    plain("one", &[LIST], collections::one),
    plain("parseint", &[ANY, NUMBER], numbers::parseint).number(),
    plain("pow", &[NUMBER, NUMBER], numbers::pow).number(),
    plain("range", &[NUMBER], numbers::range).rest(NUMBER),
    plain("regex", &[TEXT, TEXT], regex::regex),
    plain("regex_match", &[TEXT, TEXT], regex::regex_match).truth(),
    plain("regexall", &[TEXT, TEXT], regex::regexall),
    plain("reverse", &[LIST], collections::reverse),
    plain("semvercmp", &[TEXT, TEXT], semver::semvercmp).number(),
    plain("semverconstraint", &[TEXT, TEXT], semver::semverconstraint).truth(),
    plain("sensitive", &[OPEN], types::sensitive).own_marks(),
    plain("setintersection", &[WHOLE_LIST], sets::intersection).rest(WHOLE_LIST),
    plain("setproduct", &[], sets::product).rest(LIST),
    plain("setsubtract", &[WHOLE_LIST, WHOLE_LIST], sets::subtract),
    plain("setunion", &[WHOLE_LIST], sets::union).rest(WHOLE_LIST),
    plain("signum", &[NUMBER], numbers::signum).number(),
    plain("slice", &[LIST, NUMBER, NUMBER], collections::slice),
    plain("sort", &[WHOLE_LIST], collections::sort),
    plain("split", &[TEXT, TEXT], strings::split),
    plain("startswith", &[TEXT, TEXT], strings::startswith).truth(),
    plain("strrev", &[TEXT], strings::strrev).text(),
    plain("substr", &[TEXT, NUMBER, NUMBER], strings::substr).text(),
    plain("timeadd", &[TEXT, TEXT], dates::timeadd).text(),
    plain("timecmp", &[TEXT, TEXT], dates::timecmp).number(),
    plain("timestamp", &[], dates::timestamp).text(),
    plain("title", &[TEXT], strings::title).text(),
    plain("tolist", &[Param { null: true, ..ANY }], types::tolist),
    plain("toset", &[NULLABLE], types::toset),
    plain("trim", &[TEXT, TEXT], strings::trim).text(),
    plain("trimprefix", &[TEXT, TEXT], strings::trimprefix).text(),
    plain("trimspace", &[TEXT], strings::trimspace).text(),
    plain("trimsuffix", &[TEXT, TEXT], strings::trimsuffix).text(),
    special("try", &[ANY], Special::Try).rest(ANY),
    plain("type", &[OPEN], types::type_of).text(),
    plain("upper", &[TEXT], strings::upper).text(),
    plain("values", &[MAP], collections::values),
    plain("valuetostring", &[OPEN], policy::valuetostring).text(),
    plain("yamldecode", &[TEXT], yaml::yamldecode),
    plain("yamlencode", &[NULLABLE], yaml::yamlencode).text(),
    plain("zipmap", &[WHOLE_LIST, LIST], collections::zipmap),
];
