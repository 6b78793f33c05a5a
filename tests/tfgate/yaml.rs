//! YAML as a tree, for tests of workflows: read by a YAML parser, so that what it refuses
//! fails.

use saphyr_parser::{Event, Parser};

/// A node. Every scalar is text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Yaml {
    Text(String),
    List(Vec<Yaml>),
    Map(Vec<(String, Yaml)>),
}

impl Yaml {
    /// The documents of a text.
    pub fn documents(text: &str) -> Vec<Self> {
        let mut documents = Vec::new();
        let mut open: Vec<Vec<Self>> = vec![Vec::new()];
        for event in Parser::new_from_str(text) {
            let (event, _) = event.unwrap();
            match event {
                Event::Scalar(text, ..) => open.last_mut().unwrap().push(Self::Text(text.into())),
                Event::SequenceStart(..) | Event::MappingStart(..) => open.push(Vec::new()),
                Event::SequenceEnd => {
                    let items = open.pop().unwrap();
                    open.last_mut().unwrap().push(Self::List(items));
                }
                Event::MappingEnd => {
                    let map = pairs(open.pop().unwrap());
                    open.last_mut().unwrap().push(map);
                }
                Event::DocumentEnd => documents.append(open.last_mut().unwrap()),
                Event::Alias(..) => panic!("an alias, which not every CI follows"),
                _ => {}
            }
        }
        documents
    }

    /// The only document of a text.
    pub fn read(text: &str) -> Self {
        let mut documents = Self::documents(text);
        assert_eq!(documents.len(), 1);
        documents.remove(0)
    }

    /// What stands under a key; nothing of what is no map.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.fields().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// What stands at a path of keys.
    pub fn at(&self, path: &[&str]) -> &Self {
        path.iter().fold(self, |node, key| {
            node.get(key).unwrap_or_else(|| panic!("nothing at `{key}` of {path:?}"))
        })
    }

    pub fn fields(&self) -> &[(String, Self)] {
        if let Self::Map(fields) = self { fields } else { &[] }
    }

    pub fn keys(&self) -> Vec<&str> {
        self.fields().iter().map(|(key, _)| key.as_str()).collect()
    }

    pub fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    pub fn text(&self) -> &str {
        if let Self::Text(text) = self { text } else { "" }
    }

    /// Every value of `key`, wherever it stands.
    pub fn all<'y>(&'y self, key: &str, found: &mut Vec<&'y Self>) {
        for (name, value) in self.fields() {
            if name == key {
                found.push(value);
            }
            value.all(key, found);
        }
        for item in self.items() {
            item.all(key, found);
        }
    }
}

fn pairs(nodes: Vec<Yaml>) -> Yaml {
    let mut fields: Vec<(String, Yaml)> = Vec::new();
    let mut nodes = nodes.into_iter();
    while let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
        let key = key.text().to_owned();
        assert!(fields.iter().all(|(known, _)| *known != key), "`{key}` stands twice");
        fields.push((key, value));
    }
    Yaml::Map(fields)
}
